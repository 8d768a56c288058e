import { type Context, Hono } from 'hono'
import { type Assurance, type GuardOutcome, noscriptUrl } from 'vouchsafe/verify'
import { vouchsafe } from 'vouchsafe/verify/hono'
import type { DemoDeps } from '../demo-deps.js'
import type { DemoEnv } from '../demo-env.js'
import { isLoopbackOrigin } from '../is-loopback-origin.js'
import type { Ending } from '../pages/done.js'
import type { FormState } from '../pages/field.js'
import type { Markup, Page } from '../pages/layout.js'
import { refusedPage } from '../pages/refused.js'
import type { ShowPage } from '../show-page.js'

export type Typed = Readonly<Record<string, string>>

/** A form of the site, from its page to what comes of it. */
export interface GuardedForm {
  readonly path: string
  /** What the verdict must have been made for. */
  readonly action: string
  /** The weakest verdict that will do. `noscript` opens the path without JavaScript, which leads back to /sign-up. */
  readonly minAssurance: Assurance
  /** The fields that are shown again; passwords never are. */
  readonly kept: readonly string[]
  page(state: FormState): Page
  form(state: FormState): Markup
  /** What the form does, once a person sent it. */
  submit(fields: Typed): { readonly ending: Ending } | { readonly notice: string; readonly status: 401 | 422 }
}

const MAX_FIELD_CHARS = 256

async function readFields(c: Context<DemoEnv>): Promise<Typed> {
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.map(([name, text]) => [name, text.slice(0, MAX_FIELD_CHARS)]))
}

const pick = (fields: Typed, names: readonly string[]): Typed => Object.fromEntries(names.map((name) => [name, fields[name] ?? '']))

/**
 * Where visitors come back to: the origin at which they see this site, whatever proxies stand before it. Both headers are the client's own
 * word; undefined where neither names a place that this site takes verdicts from.
 */
function ownOrigin(c: Context<DemoEnv>): string | undefined {
  return [c.req.header('origin') ?? '', new URL(c.req.url).origin].find(isLoopbackOrigin)
}

/** `GET` shows the form, `POST` takes it when a verdict comes with it that says `allow`; everything else is a page that helps along. */
export function guardedForm(form: GuardedForm, deps: DemoDeps, show: ShowPage): Hono<DemoEnv> {
  const { attestUrl, siteKey } = deps.config

  async function refuse(c: Context<DemoEnv>, outcome: GuardOutcome): Promise<Response> {
    const typed = pick(await readFields(c), form.kept)
    const { path, action } = form
    return show(c, refusedPage({ outcome, path, action, form: form.form({ typed }), withoutScript: withoutScript(c, typed) }), 403)
  }

  function withoutScript(c: Context<DemoEnv>, typed: Typed): string | undefined {
    const origin = ownOrigin(c)
    if (form.minAssurance !== 'noscript' || origin === undefined) return undefined
    return noscriptUrl({ endpoint: attestUrl, siteKey, returnTo: `${origin}/sign-up?draft=${deps.drafts.put(typed)}`, action: form.action })
  }

  const guard = vouchsafe<Context<DemoEnv>>({
    ...deps.keys,
    issuer: attestUrl,
    audience: siteKey,
    origin: isLoopbackOrigin,
    action: form.action,
    minAssurance: form.minAssurance,
    allowTest: siteKey.startsWith('pk_test_'),
    onceOnly: deps.once,
    fetch: deps.fetch,
    now: deps.now,
    onRefused: refuse,
  })

  const app = new Hono<DemoEnv>()
  app.get('/', (c) => show(c, form.page({})))
  app.post('/', guard, async (c) => {
    const fields = await readFields(c)
    const result = form.submit(fields)
    if ('ending' in result) return c.redirect(`${result.ending}?receipt=${deps.receipts.put(c.get('vouchsafe'))}`, 303)
    return show(c, form.page({ typed: pick(fields, form.kept), notice: result.notice }), result.status)
  })
  return app
}
