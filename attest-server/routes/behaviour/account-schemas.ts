import { z } from 'zod'

export const emailSchema = z.email().max(254)

const tier = z.enum(['sandbox', 'pro'])

export const keySchema = z
  .object({ api_key: z.string(), tier, credits: z.int().min(0), rate_limit_per_minute: z.int().min(0) })
  .meta({ id: 'BehaviourKey' })

export const keysSchema = z
  .object({ keys: z.array(z.object({ api_key: z.string(), tier, credits: z.int().min(0), created_at: z.iso.datetime() })) })
  .meta({ id: 'BehaviourKeys' })

export const usageSchema = z
  .object({
    usage: z.array(z.object({ timestamp: z.iso.datetime(), endpoint: z.string(), verdict: z.string(), request_id: z.string() })),
    remaining: z.int().min(0).meta({ description: 'Scores left this month.' }),
    remaining_verifications: z.int().min(0),
  })
  .meta({ id: 'BehaviourUsage' })
