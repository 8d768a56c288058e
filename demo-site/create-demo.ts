import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { DemoDeps } from './demo-deps.js'
import type { DemoEnv } from './demo-env.js'
import { methodsOf } from './methods-of.js'
import { donePage, type Ending, endings } from './pages/done.js'
import { homePage } from './pages/home.js'
import { notAllowedPage, notFoundPage } from './pages/not-found.js'
import { signUpPage } from './pages/sign-up-page.js'
import { explain } from './routes/explain.js'
import { guardedForms } from './routes/forms.js'
import { guardedForm } from './routes/guarded-form.js'
import { tourRoutes } from './routes/tour.js'
import { securityHeaders } from './security-headers.js'
import { createShowPage } from './show-page.js'

const MAX_BODY_BYTES = 65_536
/** A verdict in the address is passed into the form; anything longer is none. */
const MAX_TOKEN_CHARS = 4096

/** The whole site. Nothing is opened, listened to or fetched before a request comes. */
export function createDemo(deps: DemoDeps): Hono<DemoEnv> {
  const app = new Hono<DemoEnv>()
  const show = createShowPage(deps)
  app.use(securityHeaders(deps.config.attestUrl))
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES }))

  app.get('/', (c) => show(c, homePage()))
  app.route('/tour', tourRoutes(deps, show))
  // Its address before there was a tour.
  app.get('/live', (c) => c.redirect('/tour/you', 308))
  app.route('/live/explain', explain(deps))
  app.get('/sign-up', (c, next) => {
    const { draft, 'vouchsafe-token': token } = c.req.query()
    if (draft === undefined && token === undefined) return next()
    return show(c, signUpPage({ typed: deps.drafts.read(draft) ?? {}, token: token?.slice(0, MAX_TOKEN_CHARS) }))
  })
  for (const form of guardedForms(deps.readers)) app.route(form.path, guardedForm(form, deps, show))
  // Both spellings are typed by hand.
  app.get('/log-in', (c) => c.redirect('/login', 308))
  for (const path of Object.keys(endings) as Ending[]) {
    app.get(path, (c) => show(c, donePage(path, deps.receipts.read(c.req.query('receipt')))))
  }
  // With the slash, for its pages name their neighbours.
  app.get('/docs', (c) => c.redirect('/docs/', 308))
  app.get('*', async (c, next) => {
    const asset = deps.assets.get(c.req.path === '/docs/' ? '/docs/index.html' : c.req.path)
    if (!asset) return next()
    const headers = { 'Content-Type': asset.type, ETag: asset.etag, 'Cache-Control': 'no-cache' }
    return c.req.header('if-none-match') === asset.etag ? c.body(null, 304, headers) : c.body(asset.body, 200, headers)
  })
  app.notFound((c) => {
    const methods = methodsOf(app, c.req.path)
    if (methods.length === 0) return show(c, notFoundPage(), 404)
    c.header('Allow', methods.join(', '))
    return show(c, notAllowedPage(), 405)
  })
  return app
}
