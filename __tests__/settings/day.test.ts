/** Days of the calendar. */

import { expect, test } from '@jest/globals'
import { dayAfter, dayOf, daysBetween, isDay } from '../../src/settings/day.ts'

test.each([
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['1900-02-29', false],
  ['2025-13-01', false],
  ['2025-04-31', false],
  ['2025-4-01', false]
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test.each([
  ['2026-03-01', 365, '2027-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-01-01', -1, '2024-12-31'],
  ['9999-12-30', 36_500, '9999-12-31']
])('%s and %d days are %s', (day, days, expected) => {
  expect(dayAfter(day, days)).toBe(expected)
})

test('the days between two days, and the day of a moment of any size', () => {
  expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2)
  expect(daysBetween('2025-03-31', '2025-03-29')).toBe(-2)
  expect(dayOf(Date.parse('2025-06-15T23:59:59Z'))).toBe('2025-06-15')
  expect(dayOf(Number.MAX_VALUE)).toBe('9999-12-31')
})
