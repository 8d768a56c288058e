import type { Box } from '../../hands/hands.js'
import type { Layout } from '../../hands/rehearsal.js'
import { parts } from '../robots/robot.js'
import type { CdpPage } from './cdp-page.js'
import { NOTCH } from './cdp-player.js'

type Metrics = {
  readonly cssLayoutViewport: { readonly clientWidth: number; readonly clientHeight: number }
  readonly cssContentSize: { readonly height: number }
}

/** Where things will be after as many notches as bring the whole form into view, as the DOM and Page domains tell. */
export async function cdpLayout(page: CdpPage): Promise<Layout> {
  const metrics = (await page.send('Page.getLayoutMetrics')) as Metrics
  const { clientWidth, clientHeight } = metrics.cssLayoutViewport
  // One after the other: each look at the document makes the nodes of the last one unknown.
  const email = await page.box(parts.email)
  const password = await page.box(parts.password)
  const submit = await page.box(parts.submit)
  const notches = Math.max(0, Math.ceil((submit.y + submit.height - 0.85 * clientHeight) / NOTCH))
  const last = metrics.cssContentSize.height - clientHeight
  const atEnd = (box: Box): Box => ({ ...box, y: box.y - last })
  const end = { email: atEnd(email), password: atEnd(password), submit: atEnd(submit) }
  const after = (box: Box): Box => ({ ...box, y: box.y - notches * NOTCH })
  const article = { x: 0.3 * clientWidth, y: 0.3 * clientHeight, width: 0.3 * clientWidth, height: 0.4 * clientHeight }
  // Whoever has a protocol does not look for the way by Tab.
  const tabs = { email: 0, password: 0, submit: 0 }
  return { notches, email: after(email), password: after(password), submit: after(submit), article, end, tabs }
}
