import type { Context } from 'hono'
import { z } from 'zod'
import type { EpochSeconds } from '../../../shared/units.js'
import type { NoscriptDeps } from '../../core/noscript/deps.js'
import { findReturn } from '../../core/noscript/find-return.js'
import { type FormClaims, issueForm } from '../../core/noscript/form-ticket.js'
import { openForm, redeemForm } from '../../core/noscript/redeem-form.js'
import { type Rejection, toProblemCode } from '../../core/rejection.js'
import type { Project } from '../../stores/ports.js'
import type { Asking } from '../http/asking.js'
import type { AppEnv } from '../http/env.js'
import { type HttpFactsSettings, httpFacts } from '../http/http-facts.js'
import { operation } from '../http/operation.js'
import { problemDocs } from '../http/problem-docs.js'
import { FORM_TYPES, readBody } from '../http/read-body.js'
import { refuse } from '../http/refuse.js'
import { samples } from '../http/samples.js'
import type { Endpoint } from '../http/surface.js'
import { chooseLanguage } from './choose-language.js'
import { noscriptPage, type PageState, pagePolicy } from './page.js'
import { texts } from './texts.js'

/** A ticket holds an address of up to 2,048 characters, in base64url, form-encoded. */
const MOST_BYTES = 16_384

interface Answer {
  readonly status: number
  readonly state: PageState
  readonly returnOrigin: string | undefined
  readonly contact: string | undefined
}

function answer(c: Context<AppEnv>, { status, state, returnOrigin, contact }: Answer): Response {
  const language = chooseLanguage(c.req.header('accept-language'))
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': texts[language].lang,
    'Content-Security-Policy': pagePolicy(returnOrigin),
    'Cross-Origin-Opener-Policy': 'same-origin',
    Vary: 'Accept, Accept-Language',
  }
  return new Response(noscriptPage({ state, language, contact }), { status, headers })
}

/** A person gets the page, in their language; a program gets what it gets everywhere. */
function turnAway(c: Context<AppEnv>, rejection: Rejection): Response {
  const refusal = refuse(c, rejection)
  if (!/\btext\/html\b/i.test(c.req.header('accept') ?? '')) return refusal
  const state = { kind: 'refused', code: toProblemCode(rejection) } as const
  return answer(c, { status: refusal.status, state, returnOrigin: undefined, contact: undefined })
}

const againAt = ({ aud, returnTo, action }: FormClaims): string =>
  `noscript?${new URLSearchParams({ key: aud, return: returnTo, action }).toString()}`

/** What a person sees whose form could not be redeemed; undefined for faults that no person makes. */
function stateAfter(reason: string, form: FormClaims, ticket: string): Pick<Answer, 'status' | 'state'> | undefined {
  if (reason === 'form-too-early') return { status: 425, state: { kind: 'early', ticket } }
  if (reason === 'form-expired') return { status: 410, state: { kind: 'expired', again: againAt(form) } }
  if (reason === 'form-used') return { status: 409, state: { kind: 'used', again: againAt(form) } }
  return undefined
}

const asText = z.string().optional()
const query = z.object({
  key: asText.meta({ description: 'The site key.' }),
  return: asText.meta({ description: 'Where the verdict is taken: an address of one of the project’s origins.' }),
  action: asText.meta({ description: 'What the page wants to do.' }),
})
const html = 'text/html; charset=utf-8'
const unread = ['malformed-request', 'request-too-large', 'unsupported-media-type'] as const

const showForm = (deps: NoscriptDeps, clock: () => EpochSeconds) =>
  operation({
    id: 'showForm',
    summary: 'A page with a signed form, for visitors without JavaScript.',
    security: 'none',
    query,
    responses: {
      200: { description: 'The page.', type: html },
      ...problemDocs(['malformed-request', 'unauthorized', 'origin-not-allowed', 'not-found'], [html]),
    },
    examples: [{ summary: 'a form', query: { key: samples.siteKey, return: samples.returnTo, action: 'sign-up' }, status: 200 }],
    async handle(c, { query }) {
      const form = await issueForm({ key: query.key, return: query.return, action: query.action }, deps, clock())
      if (!form.ok) return turnAway(c, form.error)
      const { ticket, returnOrigin, contact } = form.value
      return answer(c, { status: 200, state: { kind: 'wait', ticket }, returnOrigin, contact })
    },
  })

const takeForm = (deps: NoscriptDeps, settings: HttpFactsSettings, { clock, identityOf, describe }: Asking) =>
  operation({
    id: 'redeemForm',
    summary: 'Trades the form for a verdict and leads back.',
    security: 'none',
    body: z.object({ ticket: z.string() }),
    bodyTypes: ['form'],
    reads: 'itself',
    most: MOST_BYTES,
    responses: {
      303: { description: 'Back to the page, with the verdict.' },
      409: { description: 'It was redeemed before.', type: html },
      410: { description: 'It has expired.', type: html },
      425: { description: 'Its seconds have not passed.', type: html },
      ...problemDocs([...unread, 'unauthorized', 'origin-not-allowed', 'evidence-refused', 'not-found'], [html]),
    },
    examples: [{ summary: 'after the wait', as: 'form', body: { ticket: samples.ticket }, status: 303 }],
    async handle(c) {
      const body = await readBody(c, FORM_TYPES, MOST_BYTES)
      if (!body.ok) return turnAway(c, body.error)
      const ticket = new URLSearchParams(new TextDecoder().decode(body.value)).get('ticket') ?? ''
      const form = await openForm(ticket, deps)
      if (!form.ok) return turnAway(c, form.error)
      const http = describe(httpFacts(c, 'form', settings))
      const whois = (project: Project) => identityOf(c, project, body.value)
      const redeemed = await redeemForm(form.value, http, deps, clock(), whois)
      if (redeemed.ok) return new Response(null, { status: 303, headers: { Location: redeemed.value } })
      const seen = stateAfter(redeemed.error.reason, form.value, ticket)
      if (!seen) return turnAway(c, redeemed.error)
      c.set('reason', redeemed.error.reason)
      const found = await findReturn(form.value.aud, form.value.returnTo, deps)
      return answer(c, {
        ...seen,
        returnOrigin: found.ok ? found.value.origin : undefined,
        contact: found.ok ? found.value.project.contact : undefined,
      })
    },
  })

/** `GET /v1/noscript?key=pk_…&return=…&action=…`: the form. `POST`: trades it for a verdict and leads back. */
export function noscriptEndpoint(deps: NoscriptDeps, settings: HttpFactsSettings, asking: Asking): Endpoint {
  return { path: '/v1/noscript', GET: showForm(deps, asking.clock), POST: takeForm(deps, settings, asking) }
}
