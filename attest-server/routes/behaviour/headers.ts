import type { Context } from 'hono'
import type { AppEnv } from '../http/env.js'

/** LAB-03. */
export const isEphemeral = (c: Context<AppEnv>): boolean => c.req.header('x-ephemeral')?.trim().toLowerCase() === 'true'

/** A key was shown: where it is optional, a wrong one is refused all the same (LAB-05). */
export const showsKey = (c: Context<AppEnv>): boolean => (c.req.header('x-api-key') ?? '') !== ''
