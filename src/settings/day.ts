/** Days of the calendar as texts, `YYYY-MM-DD` in UTC. */

/** The milliseconds of a day. */
const DAY = 86_400_000
const FORM = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const { year, month, day } = FORM.exec(text)?.groups ?? {}
  return Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month))
}

/** The day that is so many days after another one; before it for a negative number. */
export function dayAfter(day: string, days: number): string {
  return dayOf(Date.parse(day) + days * DAY)
}

/** The number of days from one day to another; negative where the second is before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** The day of a moment in milliseconds since 1970. A moment outside of the years 0 to 9999 is the first or last day of them. */
export function dayOf(moment: number): string {
  const within = Math.min(Math.max(moment, Date.parse('0000-01-01')), Date.parse('9999-12-31'))
  return new Date(within).toISOString().slice(0, 10)
}

/** The number of days of a month; 0 for a month that does not exist. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  if (month < 1 || month > 12) return 0
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
