import { z } from 'zod'
import { categories } from '../../../shared/wire/categories.js'

/** Clients in PHP and forms write truth in many ways (YEB-06). */
const flag = (description: string) =>
  z
    .union([z.boolean(), z.enum(['true', 'false', '1', '0', '']), z.literal(1), z.literal(0)])
    .nullish()
    .meta({ description })

/** @param value as `flag` took it */
export const isOn = (value: unknown): boolean => value === true || value === 'true' || value === '1' || value === 1

const MOST_ASN = 0xffff_ffff

export const detectRequest = z
  .object({
    api_key: z
      .unknown()
      .optional()
      .meta({ type: 'string', description: 'The key, where it stands neither in the header nor in the address.' }),
    ip: z.string().max(64).nullish().meta({ description: 'IPv4 or IPv6. Without a vendor, your own where this is left out.' }),
    ua: z.string().max(8192).nullish().meta({ description: 'The user agent. Without a vendor, your own where this is left out.' }),
    verify_rdns: flag('Ask DNS for the name of the address, and for the addresses of that name.'),
    strict_rdns: flag('With `verify_rdns`: `ok` only where DNS confirms.'),
    verify_asn: flag('Look at the autonomous system, where the server has a database of them.'),
    strict_asn: flag('With `verify_asn`: `ok` only where the autonomous system is the vendor’s.'),
    asn: z
      .union([z.int().min(1).max(MOST_ASN), z.string().regex(/^(AS)?\d{1,10}$/i)])
      .nullish()
      .meta({ description: 'In the place of the vendor’s own autonomous systems: 32934.' }),
  })
  .meta({ id: 'DetectRequest' })

export type DetectFields = z.output<typeof detectRequest>

/** @returns undefined where none was given, NaN for a number that none has */
export function asnOf(asn: DetectFields['asn']): number | undefined {
  if (asn === undefined || asn === null) return undefined
  const number = typeof asn === 'number' ? asn : Number(asn.replace(/^AS/i, ''))
  return number >= 1 && number <= MOST_ASN ? number : Number.NaN
}

const reason = z.enum(['ip_and_ua_match', 'ip_match', 'ip_match_but_ua_not_matched', 'ua_not_matched', 'ip_not_in_vendor_ranges'])
const kind = z.enum(['search_bot', 'special_crawler', 'user_triggered_google', 'user_triggered_user', 'cdn_proxy', 'unknown'])

export const detectAnswer = z
  .object({
    result: z.object({
      vendor: z.string().nullable(),
      ok: z.boolean().meta({ description: 'The address is the vendor’s, and every strict check passed. Never by the user agent.' }),
      reason,
      ua_present: z.boolean(),
      ua_source: z.enum(['param', 'header']).nullable(),
      ua_match: z.boolean(),
      ip_match: z.boolean(),
      dns_verified: z.boolean(),
      rdns_checked: z.boolean(),
      asn_verified: z.boolean(),
      asn_checked: z.boolean(),
      cidr_empty: z.boolean().meta({ description: 'No range of the vendor is known: `ip_match` says nothing.' }),
      ip_kind: kind.nullable(),
      ip_kind_source: z.enum(['json', 'dns_ptr']).nullable(),
      ptr: z.string().nullable(),
      category: z.enum(categories).nullable(),
      impostor: z.boolean().meta({ description: 'The user agent names the vendor, and by the vendor’s own method it is not.' }),
      ranges_source: z.enum(['feed', 'stored', 'snapshot', 'none']),
      ranges_age: z
        .number()
        .min(0)
        .nullable()
        .meta({ description: 'Seconds since the ranges were fetched or, of what ships, since their day.' }),
    }),
  })
  .meta({ id: 'DetectAnswer' })
