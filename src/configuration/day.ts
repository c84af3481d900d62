/** Days of the calendar as texts. */

const DAY = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const { year, month, day } = DAY.exec(text)?.groups ?? {}
  return Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month))
}

/** The number of days of a month; 0 for a month that does not exist. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  if (month < 1 || month > 12) return 0
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
