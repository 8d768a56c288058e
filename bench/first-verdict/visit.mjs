/** @typedef {import('../../e2e/support/devtools/devtools-pipe.js').DevToolsPipe} DevToolsPipe */

/** What a visit cost the page's main thread until it had its answer. @typedef {{ task: number, script: number, longTasks: number }} Cost */

/**
 * A first visit in a fresh profile: nothing stored, nothing cached, and nothing enabled that a person's browser has not, because
 * what listens to the console makes tells dear.
 *
 * @param {DevToolsPipe} pipe
 * @param {string} url
 * @returns {Promise<Cost>} ms of processor time of the main thread, and of its scripts alone
 */
export async function visit({ send, once }, url) {
  const { browserContextId } = await send('Target.createBrowserContext')
  try {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId })
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
    const page = (/** @type {string} */ method, parameters = {}) => send(method, parameters, String(sessionId))
    await page('Page.enable')
    await page('Performance.enable', { timeDomain: 'threadTicks' })
    const loaded = once('Page.loadEventFired')
    await page('Page.navigate', { url })
    await loaded
    const ask = async (/** @type {string} */ expression) => {
      const answer = await page('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      return /** @type {{ result: { value?: unknown } }} */ (answer).result.value
    }
    const status = await ask('Promise.all([done,loaded]).then(([status])=>status)')
    if (status !== undefined && status !== 'ok') throw new Error(`${url} ended with ${status}`)
    const { metrics } = /** @type {{ metrics: readonly { name: string, value: number }[] }} */ (await page('Performance.getMetrics'))
    const value = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
    return { task: 1000 * value('TaskDuration'), script: 1000 * value('ScriptDuration'), longTasks: Number(await ask('longTasks')) }
  } finally {
    await send('Target.disposeBrowserContext', { browserContextId })
  }
}
