import { z } from 'zod'
import type { Fault } from '../../core/fault.js'

const NAME = /^vbs_[\w-]{22}$/

export const sessionParams = z.object({ session_id: z.string().meta({ description: '`vbs_…`' }) })

/** A name that none of ours can have is not looked up. */
export const isSessionName = (name: string): boolean => NAME.test(name)

/** LAB-05. Another's session is no session. */
export const sessionNotFound: Fault = { code: 'not-found', detail: 'session not found' }
