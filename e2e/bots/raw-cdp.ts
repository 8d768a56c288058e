import { startChild } from '../support/child.js'
import { quietFlags } from '../support/chromium.js'
import { type DevToolsPipe, openDevToolsPipe } from '../support/devtools-pipe.js'
import { ANSWER_WITHIN, type Bot, type Outcome, type Site, signUp } from '../support/driver.js'
import { requireTool } from '../support/tools.js'

/**
 * The bare DevTools protocol in a window: no `Runtime.enable`, no script in the page, input by `Input.dispatch…` alone. The pipe
 * would set `navigator.webdriver`; the Blink switch takes that back, so that the environment is as clean as that of a debugging port.
 */
export const rawCdp: Bot = {
  name: 'raw-cdp',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const args = [...quietFlags(site.folder), '--remote-debugging-pipe', '--disable-blink-features=AutomationControlled', 'about:blank']
    const env = { ...process.env, DISPLAY: site.display }
    const browser = startChild(requireTool('chromium'), args, { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'] })
    try {
      return await visit(openDevToolsPipe(browser), site)
    } finally {
      await browser.stop()
    }
  },
}

type Send = (method: string, parameters?: object) => Promise<Record<string, unknown>>

async function visit(pipe: DevToolsPipe, site: Site): Promise<Outcome> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true })
  const send: Send = (method, parameters) => pipe.send(method, parameters, String(sessionId))
  await send('Page.enable')
  const loaded = pipe.once('Page.loadEventFired')
  await send('Page.navigate', { url: site.url })
  await loaded
  await pause(2500)
  const atLoad = await attribute(send, 'html', 'data-vouchsafe-action')
  await send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 300, y: 300, deltaX: 0, deltaY: 300 })
  await pause(500)
  await type(send, 'input[type=email]', signUp.email)
  await type(send, 'input[type=password]', signUp.password)
  await click(send, 'button[type=submit]')
  await site.answer(ANSWER_WITHIN)
  return { atLoad }
}

async function find(send: Send, selector: string): Promise<number> {
  const { root } = (await send('DOM.getDocument', { depth: 0 })) as { root: { nodeId: number } }
  const { nodeId } = (await send('DOM.querySelector', { nodeId: root.nodeId, selector })) as { nodeId: number }
  return nodeId
}

async function attribute(send: Send, selector: string, name: string): Promise<string | undefined> {
  const { attributes } = (await send('DOM.getAttributes', { nodeId: await find(send, selector) })) as { attributes: string[] }
  const at = attributes.indexOf(name)
  return at < 0 ? undefined : attributes[at + 1]
}

async function click(send: Send, selector: string): Promise<void> {
  const nodeId = await find(send, selector)
  await send('DOM.scrollIntoViewIfNeeded', { nodeId })
  const { model } = (await send('DOM.getBoxModel', { nodeId })) as { model: { content: number[] } }
  const [left = 0, top = 0, right = 0, , , bottom = 0] = model.content
  const at = { x: (left + right) / 2, y: (top + bottom) / 2, button: 'left', clickCount: 1 }
  await send('Input.dispatchMouseEvent', { ...at, type: 'mouseMoved', button: 'none' })
  await send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed', buttons: 1 })
  await pause(60)
  await send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' })
}

async function type(send: Send, selector: string, text: string): Promise<void> {
  await click(send, selector)
  for (const key of text) {
    await send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
    await pause(40)
    await send('Input.dispatchKeyEvent', { type: 'keyUp', key })
    await pause(60)
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
