import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { DemoDeps } from '../demo-deps.js'
import type { DemoEnv } from '../demo-env.js'
import { livePage } from '../pages/live.js'
import { codePage } from '../pages/tour/code.js'
import { pickPage } from '../pages/tour/pick.js'
import type { ShowPage } from '../show-page.js'
import { isAtThisMachine, mayLookOn, refusalOf } from '../tour/may-start.js'

/** For proxies and browsers that close what is silent, in ms. */
const HEARTBEAT = 15_000

/** The tour: its three pages, and the stage of the first. */
export function tourRoutes({ tour, config }: Pick<DemoDeps, 'tour' | 'config'>, show: ShowPage): Hono<DemoEnv> {
  const { stage, bots, data, token, off } = tour
  const refuse = (c: Context<DemoEnv>, error: string, status: 403 | 404 | 409 | 429 | 503) => c.json({ error }, status)
  const app = new Hono<DemoEnv>()

  app.get('/', (c) => show(c, pickPage({ bots, token, off: off ?? (isAtThisMachine(c) ? undefined : 'not-loopback') })))
  app.get('/you', (c) => show(c, livePage(data.facts)))
  app.get('/code', (c) => {
    const { bot, you } = c.req.query()
    return show(c, codePage({ data, config, bot, you }))
  })

  app.post('/runs', async (c) => {
    const refusal = refusalOf(c, token)
    if (refusal) return refuse(c, refusal, 403)
    if (!stage) return refuse(c, off ?? 'switched-off', 503)
    const body: unknown = await c.req.json().catch(() => undefined)
    const name = typeof body === 'object' && body !== null && 'bot' in body ? body.bot : undefined
    const bot = bots.find((each) => each.name === name)
    if (!bot) return refuse(c, 'unknown-bot', 404)
    if (bot.leftOut !== undefined || bot.missing) return refuse(c, 'cannot-run', 409)
    const ahead = stage.start(bot.name)
    return ahead === undefined ? refuse(c, 'queue-full', 429) : c.json({ ahead }, 202)
  })
  app.delete('/runs', (c) => {
    const refusal = refusalOf(c, token)
    if (refusal) return refuse(c, refusal, 403)
    stage?.stop()
    return c.body(null, 204)
  })

  app.get('/events', (c) => {
    if (!mayLookOn(c)) return refuse(c, 'not-this-machine', 403)
    if (!stage) return refuse(c, off ?? 'switched-off', 503)
    const after = Number(c.req.header('last-event-id') ?? 0) || 0
    return streamSSE(c, async (stream) => {
      const ended = new Promise<void>((resolve) => stream.onAbort(resolve))
      const unwatch = stage.watch(after, (happening) => {
        void stream.writeSSE({ id: `${happening.id}`, data: JSON.stringify(happening) })
      })
      // Too many watch: the browser tries again later.
      if (!unwatch) return
      const beat = setInterval(() => void stream.write(': \n\n'), HEARTBEAT)
      await stream.write('retry: 2000\n\n')
      await ended
      clearInterval(beat)
      unwatch()
    })
  })
  app.get('/pictures/:name', (c) => {
    const picture = mayLookOn(c) ? stage?.picture(c.req.param('name')) : undefined
    if (!picture) return c.notFound()
    return c.body(picture.body, 200, { 'Content-Type': picture.type, 'Cache-Control': 'no-store' })
  })
  return app
}
