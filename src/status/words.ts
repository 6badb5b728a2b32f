const units = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3600 },
  { name: 'minute', seconds: 60 },
  { name: 'second', seconds: 1 },
] as const

/** A span of time in its greatest unit: `3 days`, `1 minute`. */
export const span = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  const unit = units.find((candidate) => whole >= candidate.seconds) ?? units[3]
  const count = Math.floor(whole / unit.seconds)
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`
}

/** How long ago a time was; `now` is in milliseconds since 1970. */
export const ageOf = (time: string, now: number): string => span((now - Date.parse(time)) / 1000)

/** Bytes as people read them: `1.2 GiB`. */
export const bytes = (count: number): string =>
  count >= 1024 ** 3 ? `${(count / 1024 ** 3).toFixed(1)} GiB` : `${Math.round(count / 1024 ** 2)} MiB`
