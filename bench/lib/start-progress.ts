export interface Progress {
  /** @param share of the work, 0 to 1 */
  at(share: number): void
  end(): void
}

const WIDTH = 30

/** A bar on a terminal; nothing in a log. `stream`: where to draw, and whether that is a terminal. */
export function startProgress(title: string, stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr): Progress {
  let drawn = -1
  return {
    at(share) {
      const percent = Math.floor(100 * Math.min(1, share))
      if (!stream.isTTY || percent === drawn) return
      drawn = percent
      const full = Math.round((WIDTH * percent) / 100)
      stream.write(`\r${title} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(percent).padStart(3)} %`)
    },
    end() {
      if (stream.isTTY) stream.write('\r\x1b[K')
    },
  }
}
