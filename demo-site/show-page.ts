import type { Context } from 'hono'
import type { DemoDeps } from './demo-deps.js'
import type { DemoEnv } from './demo-env.js'
import { layout, type Page } from './pages/layout.js'

type Status = 200 | 401 | 403 | 404 | 405 | 422

export type ShowPage = (c: Context<DemoEnv>, page: Page, status?: Status) => Response | Promise<Response>

/** Pages carry a nonce, and forms what was typed: they are never cached. */
export function createShowPage({ config }: Pick<DemoDeps, 'config'>): ShowPage {
  return (c, page, status = 200) => {
    c.header('Cache-Control', 'no-store')
    return c.html(layout({ nonce: c.get('nonce'), attestUrl: config.attestUrl, siteKey: config.siteKey }, page), status)
  }
}
