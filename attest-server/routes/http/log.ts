/** From which on lines are written. */
export type LogLevel = 'info' | 'error' | 'silent'

/** Structured, one line each. A field is a short fact about the work, never an address, a header, a token or a key. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number>>): void
  error(event: string, fields?: Readonly<Record<string, string | number>>): void
}

/** @param write takes one line without its end. @param clock in seconds since 1970. */
export function createLog(level: LogLevel, write: (line: string) => void, clock: () => number): Log {
  const line =
    (severity: 'info' | 'error'): Log['info'] =>
    (event, fields = {}) =>
      write(JSON.stringify({ time: new Date(clock() * 1000).toISOString(), level: severity, event, ...fields }))
  const nothing = () => undefined
  return { info: level === 'info' ? line('info') : nothing, error: level === 'silent' ? nothing : line('error') }
}
