/** Lines that are written together. */
export interface Gathered {
  readonly write: (line: string) => void
  /** Writes what waits. */
  readonly flush: () => void
}

/**
 * A line a request would be a write a request, for which all others wait: what is said in one turn of the event loop is written at its end. Nothing
 * is lost where the process ends by itself.
 * @param write takes lines, without the end of the last one.
 */
export function gatherLines(write: (lines: string) => void): Gathered {
  let waiting: string[] = []
  function flush(): void {
    const lines = waiting
    waiting = []
    if (lines.length > 0) write(lines.join('\n'))
  }
  process.once('exit', flush)
  return {
    write(line) {
      if (waiting.push(line) === 1) setImmediate(flush)
    },
    flush,
  }
}
