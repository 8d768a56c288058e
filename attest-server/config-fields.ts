import { z } from 'zod'
import { defaultThresholds, parseThresholds } from './core/requests/decide-request.js'
import { parseNameServers } from './network/hosts/parse-name-servers.js'
import { parseDatabaseSetting } from './network/parse-database-setting.js'
import { parseDatabaseUrl } from './stores/postgres/database-address.js'

/** An integer from `least` to `most`, written as digits alone. */
const someInteger = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)

export const integer = (least: number, most: number, otherwise: number) => someInteger(least, most).default(otherwise)

/** 0: any free one. */
export const port = someInteger(0, 65_535)

export const host = z.string().regex(/^[\w.:-]+$/)

/** Files separated by commas. */
export const databases = z
  .string()
  .default('')
  .transform((text, context) => {
    const parts = text.split(',').filter((part) => part.trim() !== '')
    const settings = parts.flatMap((part) => parseDatabaseSetting(part) ?? [])
    if (settings.length < parts.length) context.addIssue({ code: 'custom' })
    return settings
  })

/** Addresses of name servers separated by commas. */
export const nameServers = z
  .string()
  .default('')
  .transform((text, context) => {
    const servers = parseNameServers(text)
    if (!servers) context.addIssue({ code: 'custom' })
    return servers ?? []
  })

/** Two probabilities: `0.5,0.9`. */
export const thresholds = z
  .string()
  .regex(/^\d(\.\d{1,6})?,\d(\.\d{1,6})?$/)
  .transform((text, context) => {
    const [review = 0, block = 0] = text.split(',').map(Number)
    const parsed = parseThresholds({ review, block })
    if (!parsed.ok) context.addIssue({ code: 'custom' })
    return { review, block }
  })
  .default(defaultThresholds)

/** A share from 0 to 1, or `off`. */
export const shareOrOff = z
  .string()
  .regex(/^(?:off|0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/)
  .transform((text) => (text === 'off' ? text : Number(text)))

/** Where a database is. */
export const database = z.string().transform((text, context) => {
  const url = parseDatabaseUrl(text)
  if (!url) context.addIssue({ code: 'custom' })
  return url
})

/** `on` or `off`. */
export const toggle = z
  .enum(['on', 'off'])
  .default('off')
  .transform((word) => word === 'on')
