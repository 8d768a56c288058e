import { KEY } from './collector-stage.js'
import { expect, test } from './collector-test.js'

test('a collector that is stopped in the midst of its observations leaves no listener behind', async ({ page, stage, errors }) => {
  stage.pages.set('/', '<!doctype html><title>t</title><p>text')
  await page.goto(`${stage.site}/`)
  const cdp = await page.context().newCDPSession(page)
  const listenersOf = async (expression: string) => {
    const { result } = await cdp.send('Runtime.evaluate', { expression })
    return (await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId! })).listeners.map(({ type }) => type)
  }
  await page.evaluate(
    async ([attest, key]) => {
      const { createCollector } = (await import(`${attest}/collector.mjs`)) as {
        createCollector(o: object): { attest(): Promise<unknown>; stop(): void }
      }
      for (const idle of [100, 1500]) {
        const collector = createCollector({ key, endpoint: attest })
        await collector.attest()
        await new Promise((resolve) => setTimeout(resolve, idle))
        collector.stop()
      }
      await new Promise((resolve) => setTimeout(resolve, 1500))
    },
    [stage.attest, KEY] as const,
  )
  expect(await listenersOf('document')).toEqual([])
  // Playwright listens for others on the window.
  const ours = (type: string) => ['pagehide', 'pageshow', 'keydown', 'submit'].includes(type)
  expect((await listenersOf('window')).filter(ours)).toEqual([])
  expect(errors).toEqual([])
})
