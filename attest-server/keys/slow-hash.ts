import { hash, verify } from '@node-rs/argon2'

/** OWASP's argon2id: 19 MiB, 2 passes. Far more than a random key of 192 bits needs, and right for what people choose. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** For what people think of: each guess costs some 20 ms. */
export const slowHash = { hash: (text: string): Promise<string> => hash(text, ARGON2), verify }
