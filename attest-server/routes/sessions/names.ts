import { z } from 'zod'

const NAME = /^[A-Za-z0-9_-]{1,128}$/

/** BOT-12, BOT-15, BOT-23: idempotency keys, ids of requests and pages, tokens of sessions. */
export const isName = (text: string): boolean => NAME.test(text)
export const nameSchema = z.string().regex(NAME)
/** In an address anything may stand: what is no token is one that nobody knows. */
export const tokenParams = z.object({ token: z.string().meta({ description: 'The session’s token.' }) })
