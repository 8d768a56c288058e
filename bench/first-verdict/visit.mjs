/** @typedef {(method: string, parameters?: object, session?: string) => Promise<Record<string, any>>} Send */

/** What a visit cost the page's main thread until it had its answer. @typedef {{ task: number, script: number, longTasks: number, waited: number }} Cost */

/**
 * A first visit in a fresh profile: nothing stored, nothing cached, and nothing enabled that a person's browser has not, because
 * what listens to the console makes tells dear.
 *
 * @param {{ send: Send, once(event: string): Promise<void> }} pipe
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
    const began = performance.now()
    const expression = 'Promise.all([done,loaded]).then(([status])=>status)'
    const { result } = await page('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    const waited = performance.now() - began
    if (result.value !== undefined && result.value !== 'ok') throw new Error(`${url} ended with ${result.value}`)
    const { metrics } = await page('Performance.getMetrics')
    const value = (/** @type {string} */ name) => metrics.find((/** @type {any} */ metric) => metric.name === name)?.value ?? Number.NaN
    const long = await page('Runtime.evaluate', { expression: 'longTasks', returnByValue: true })
    return { task: 1000 * value('TaskDuration'), script: 1000 * value('ScriptDuration'), longTasks: long.result.value, waited }
  } finally {
    await send('Target.disposeBrowserContext', { browserContextId })
  }
}
