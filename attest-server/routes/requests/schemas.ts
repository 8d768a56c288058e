import { z } from 'zod'

const text = (description: string, most = 2048) => z.string().max(most).nullish().meta({ description })
const header = (name: string) => text(`The header \`${name}\`; an empty text where it was missing.`)

/** All that can be told of a request, but for `extra_headers`. */
const fields = {
  useragent: header('User-Agent'),
  sec_ch_ua: header('Sec-CH-UA'),
  sec_ch_ua_mobile: header('Sec-CH-UA-Mobile'),
  acceptlanguage: header('Accept-Language'),
  acceptencoding: header('Accept-Encoding'),
  accept: header('Accept'),
  ip: text('The client’s address as you know it: IPv4 or IPv6.'),
  xforwardedfor: header('X-Forwarded-For'),
  xrealip: header('X-Real-IP'),
  via: header('Via'),
  dnt: header('DNT'),
  pragma: header('Pragma'),
  cache_control: header('Cache-Control'),
  upgrade_insecure_requests: header('Upgrade-Insecure-Requests'),
  headerorder: text('All names in their order, joined by ", ".', 4096),
}

/** The parser checks the same and says more: `core/requests/parse-description.ts`. */
export const requestDescription = z
  .looseObject({
    ...fields,
    extra_headers: z.record(z.string(), z.unknown()).nullish().meta({ description: 'Any other headers: at most 64.' }),
  })
  .meta({ id: 'RequestDescription', description: 'A request as whoever received it describes it. At least one field.' })

/** For the documentation of `/probe`: the parser names each fault by its field. */
export const probeQuery = z.looseObject({
  ...Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      z
        .string()
        .optional()
        .meta({ description: field.description ?? '' }),
    ]),
  ),
  extra_headers: z.string().optional().meta({ description: 'Any other headers: a JSON object as a text.' }),
})

const flag = z.boolean().nullable().meta({ description: 'Null where no database says.' })
const count = z.int().min(0)

/** What the example of `POST /score` is answered. */
const scoreExample = {
  p_is_invalid: 0.9781,
  p_is_converted: null,
  decision: 'block',
  rule_hits: ['http_library', 'declared_crawler'],
  request_id: '05669467-f5d1-4e0c-bb0e-0e993415a6c0',
  ip_enrichment: { is_datacenter: null, is_vpn: null, is_residential_proxy: null },
  token_attribution_invalid: [{ token: 'user-agent:python-requests/2.32.3', importance: 1 }],
  neighbors_total_counts: { inv: 0, ok: 0 },
} as const

export const requestScore = z
  .object({
    p_is_invalid: z.number().min(0).max(1).meta({ description: 'The probability that a program sent it, and not a person.' }),
    p_is_converted: z.number().min(0).max(1).nullable().meta({ description: 'Null until enough outcomes were reported.' }),
    decision: z.enum(['allow', 'review', 'block']),
    rule_hits: z.array(z.string()),
    request_id: z.uuid().meta({ description: 'Under which its outcome can be reported.' }),
    ip_enrichment: z.object({ is_datacenter: flag, is_vpn: flag, is_residential_proxy: flag }),
    token_attribution_invalid: z
      .array(z.object({ token: z.string(), importance: z.number().min(-1).max(1) }))
      .meta({ description: 'What made `p_is_invalid`, heaviest first; below 0 it speaks against.' }),
    neighbors_total_counts: z.object({ inv: count, ok: count }),
  })
  .meta({ id: 'RequestScore', examples: [scoreExample] })

export const itemError = z
  .object({ error: z.array(z.object({ field: z.string(), message: z.string() })) })
  .meta({ id: 'RequestItemError', description: 'Stands in the place of an item that could not be read.' })
