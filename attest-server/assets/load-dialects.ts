import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Dialect, PlainBuild } from '../core/dialects/dialect.js'

const word = z.string().min(1).max(64)
const list = z.array(word).max(256)

/** The build has written it: this holds whether the file is whole, and leaves its meaning to whoever made it. */
const dialect = z.object({
  build: word,
  made: z.int().min(0),
  names: z.record(word, word),
  letters: z.string().regex(/^[\w-]{64}$/),
  tells: list,
  unasked: list,
  features: list,
  tally: list,
  honey: z
    .array(
      z.object({
        name: word,
        of: z.array(z.tuple([word, z.int().min(1).max(65_535)])).max(64),
        add: z.int().min(0).max(65_535),
        modulus: z.int().min(2).max(65_535),
      }),
    )
    .max(16),
})
const plain = z.strictObject({ build: word, made: z.int().min(0), isPlain: z.literal(true) })
const schema = z.union([plain, dialect])

/**
 * The dialects of this build and of those before it that pages may still hold: `dialects/*.json` beside the bundles. They say what the bundles say, for
 * whoever reads those with patience, and are served to nobody.
 *
 * @param folder where the build lies
 * @throws where a file is none that the build has written: a server that cannot understand its own collector must not start
 */
export function loadDialects(folder: string): (Dialect | PlainBuild)[] {
  const own = join(folder, 'dialects')
  if (!existsSync(own)) return []
  return readdirSync(own)
    .filter((name) => name.endsWith('.json'))
    .map((name) => schema.parse(JSON.parse(readFileSync(join(own, name), 'utf8'))) as unknown as Dialect | PlainBuild)
}
