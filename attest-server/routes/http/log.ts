/** Structured, one line each. A field is a short fact about the work, never an address, a header, a token or a key. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number>>): void
  error(event: string, fields?: Readonly<Record<string, string | number>>): void
}

/** @param write takes one line without its end. @param clock in seconds since 1970. */
export function createLog(level: 'info' | 'silent', write: (line: string) => void, clock: () => number): Log {
  const line =
    (severity: 'info' | 'error'): Log['info'] =>
    (event, fields = {}) =>
      write(JSON.stringify({ time: new Date(clock() * 1000).toISOString(), level: severity, event, ...fields }))
  const nothing = () => undefined
  return level === 'silent' ? { info: nothing, error: nothing } : { info: line('info'), error: line('error') }
}
