import { randomBytes } from 'node:crypto'

export interface Picture {
  readonly type: 'image/jpeg' | 'image/png'
  readonly body: Uint8Array<ArrayBuffer>
}

/** Pictures of the bot's page, under names that nobody can guess. */
export interface Pictures {
  /** @param base64 a JPEG or PNG @returns its name; undefined where it is neither */
  put(base64: string): string | undefined
  read(name: string): Picture | undefined
  clear(): void
}

/** Of one run; the oldest makes room. */
const MOST = 12

/** By its first bytes: what a driver hands over is shown to people. */
function typeOf(body: Uint8Array): Picture['type'] | undefined {
  if (body[0] === 0xff && body[1] === 0xd8 && body[2] === 0xff) return 'image/jpeg'
  return [0x89, 0x50, 0x4e, 0x47].every((byte, i) => body[i] === byte) ? 'image/png' : undefined
}

export function createPictures(): Pictures {
  const kept = new Map<string, Picture>()
  return {
    put(base64) {
      const body = new Uint8Array(Buffer.from(base64, 'base64'))
      const type = typeOf(body)
      if (!type) return undefined
      const name = randomBytes(12).toString('base64url')
      kept.set(name, { type, body })
      if (kept.size > MOST) kept.delete(kept.keys().next().value!)
      return name
    },
    read: (name) => kept.get(name),
    clear: () => kept.clear(),
  }
}
