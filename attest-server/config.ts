import { resolve } from 'node:path'
import { z } from 'zod'
import type { PowParameters } from '../shared/pow.js'
import { err, ok, type Result } from '../shared/result.js'
import type { Seconds } from '../shared/units.js'
import { LONGEST_LIFE } from './keys/rotate.js'
import type { SigningAlgorithm } from './keys/signing-key.js'

/** How the server runs. */
export interface Config {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** An origin; undefined: the address that the server listens on. */
  readonly publicUrl: string | undefined
  /** Absolute. */
  readonly dataDir: string
  readonly trustedProxies: number
  readonly verdictLife: Seconds
  readonly challengeLife: Seconds
  readonly retention: Seconds
  readonly pow: PowParameters
  readonly signingAlgorithm: SigningAlgorithm
  readonly log: 'info' | 'silent'
}

export type Environment = Readonly<Record<string, string | undefined>>

const DAY: Seconds = 86_400
/** Many small puzzles: the time to solve them all varies by a quarter. */
const SUB_PUZZLES = 16
/** The hardest round asks for eight times as much, and must stay below 2³¹. */
const MOST_DIFFICULTY = 2 ** 28

/** An integer from `least` to `most`, written as digits alone. */
const integer = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
    .default(otherwise)

const isPublicUrl = (text: string): boolean => {
  try {
    const url = new URL(text)
    return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` && url.username === ''
  } catch {
    return false
  }
}

const schema = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PORT: integer(0, 65_535, 8787),
  VOUCHSAFE_PUBLIC_URL: z
    .string()
    .refine(isPublicUrl)
    .transform((text) => new URL(text).origin)
    .optional(),
  VOUCHSAFE_DATA_DIR: z
    .string()
    .default('.vouchsafe')
    .transform((text) => resolve(text)),
  VOUCHSAFE_TRUSTED_PROXIES: integer(0, 16, 0),
  VOUCHSAFE_VERDICT_SECONDS: integer(5, LONGEST_LIFE, 120),
  VOUCHSAFE_CHALLENGE_SECONDS: integer(10, LONGEST_LIFE, 300),
  VOUCHSAFE_POW_DIFFICULTY: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,6})?$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= MOST_DIFFICULTY)
    .default(16_384),
  VOUCHSAFE_RETENTION_DAYS: integer(1, 3650, 30),
  VOUCHSAFE_SIGNING_ALG: z.enum(['ES256', 'EdDSA']).default('ES256'),
  VOUCHSAFE_LOG: z.enum(['info', 'silent']).default('info'),
})

/** What each variable must be, for people. */
const expectations: Readonly<Record<keyof z.infer<typeof schema>, string>> = {
  HOST: 'a host name or an address',
  PORT: 'a whole number from 0 to 65535',
  VOUCHSAFE_PUBLIC_URL: 'an http or https origin such as https://attest.example, without a path',
  VOUCHSAFE_DATA_DIR: 'a folder',
  VOUCHSAFE_TRUSTED_PROXIES: 'a whole number from 0 to 16',
  VOUCHSAFE_VERDICT_SECONDS: `a whole number from 5 to ${LONGEST_LIFE}`,
  VOUCHSAFE_CHALLENGE_SECONDS: `a whole number from 10 to ${LONGEST_LIFE}`,
  VOUCHSAFE_POW_DIFFICULTY: `a number from 1 to ${MOST_DIFFICULTY}`,
  VOUCHSAFE_RETENTION_DAYS: 'a whole number from 1 to 3650',
  VOUCHSAFE_SIGNING_ALG: 'ES256 or EdDSA',
  VOUCHSAFE_LOG: 'info or silent',
}

function configOf(env: z.infer<typeof schema>): Config {
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.VOUCHSAFE_PUBLIC_URL,
    dataDir: env.VOUCHSAFE_DATA_DIR,
    trustedProxies: env.VOUCHSAFE_TRUSTED_PROXIES,
    verdictLife: env.VOUCHSAFE_VERDICT_SECONDS,
    challengeLife: env.VOUCHSAFE_CHALLENGE_SECONDS,
    retention: env.VOUCHSAFE_RETENTION_DAYS * DAY,
    pow: { count: SUB_PUZZLES, difficulty: env.VOUCHSAFE_POW_DIFFICULTY },
    signingAlgorithm: env.VOUCHSAFE_SIGNING_ALG,
    log: env.VOUCHSAFE_LOG,
  }
}

/** @returns the configuration, or every fault in it: nobody should have to mend them one start at a time. */
export function parseConfig(environment: Environment): Result<Config, readonly string[]> {
  // `NAME=` in a compose file means "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return ok(configOf(parsed.data))
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0]) as keyof typeof expectations))
  return err([...names].map((name) => `${name} must be ${expectations[name]}, not "${given[name]}".`))
}
