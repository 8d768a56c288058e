import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** What somebody types. */
export interface TypedLines {
  /**
   * The next line, in small letters and without spaces around it; undefined when nobody types any more, or one of `signals` says to stop.
   * What was typed before the question is no answer to it.
   */
  next(...signals: readonly AbortSignal[]): Promise<string | undefined>
  close(): void
}

export function typedLines(input: Readable): TypedLines {
  const lines = createInterface({ input })
  let isOver = false
  lines.once('close', () => {
    isOver = true
  })
  return {
    next: (...signals) =>
      new Promise((resolve) => {
        if (isOver || signals.some(({ aborted }) => aborted)) return resolve(undefined)
        const settle = (line?: string) => {
          lines.removeListener('line', settle).removeListener('close', end)
          for (const signal of signals) signal.removeEventListener('abort', end)
          resolve(line?.trim().toLowerCase())
        }
        const end = () => settle()
        lines.once('line', settle).once('close', end)
        for (const signal of signals) signal.addEventListener('abort', end)
      }),
    close: () => lines.close(),
  }
}
