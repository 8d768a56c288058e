// package.json starts this with `exec`, so that no shell stands between npm and us and swallows the signal to stop. Windows' shell
// knows no `exec`: that is what the other half of the line is for.

import { buildIfStale, entry, Fault, installDependencies } from './bootstrap.mjs'
import { demoProject } from './lib/demo-project.mjs'
import { addressOf, answers } from './lib/ports.mjs'
import { startService } from './lib/service.mjs'
import { settleSettings } from './lib/settings.mjs'

/** How long a server may take until it answers, and until it has stopped: more than it gives the requests that are under way. */
const SECONDS = 20

/** @type {import('./lib/service.mjs').Service[]} */
const services = []

await entry(async () => {
  await installDependencies()
  await buildIfStale()
  const stop = stopSignal()
  let well = false
  try {
    well = await serve(await settleSettings(process.env), stop)
  } catch (error) {
    // What a signal broke off is no fault.
    if (!stop.aborted) throw error
  } finally {
    const stopped = await Promise.all(services.map((service) => service.stop(SECONDS)))
    well = (well || stop.aborted) && stopped.every(Boolean)
  }
  return well ? 0 : 1
})

/**
 * Serves until a signal comes or a server ends.
 *
 * @param {import('./lib/settings.mjs').Settings} env
 * @param {AbortSignal} stop
 * @returns {Promise<boolean>} false when a server ended by itself; it has said why
 */
async function serve(env, stop) {
  const attest = addressOf(env.HOST, env.PORT)
  const demo = addressOf(env.HOST, env.DEMO_PORT)
  if (!(await start('attest-server', ['dist/cli.mjs', 'serve'], env, `${attest}/readyz`, stop))) return false
  const { siteKey, secretKey, token } = await demoProject(env.VOUCHSAFE_DATA_DIR, env)
  const demoEnv = { ...env, ATTEST_URL: env.VOUCHSAFE_PUBLIC_URL || attest, SITE_KEY: siteKey, SECRET_KEY: secretKey }
  if (!(await start('demo site', ['dist/demo-site/server.mjs'], demoEnv, `${demo}/`, stop))) return false
  announce({ attest, demo, siteKey }, token, env.VOUCHSAFE_DATA_DIR)
  const stopped = new Promise((settle) => stop.addEventListener('abort', () => settle(undefined)))
  const ended = await Promise.race([stopped, ...services.map(({ name, ended }) => ended.then((code) => ({ name, code })))])
  if (ended) console.error(`The ${ended.name} ended by itself (${ended.code < 0 ? 'by a signal' : `exit code ${ended.code}`}).`)
  return !ended
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} url answers 200 when it is up
 * @param {AbortSignal} stop
 * @returns {Promise<boolean>} false: it has ended, and has said why
 */
async function start(name, args, env, url, stop) {
  const service = startService(name, args, env)
  services.push(service)
  const up = await answers(url, { seconds: SECONDS, vain: () => service.gone.aborted || stop.aborted })
  stop.throwIfAborted()
  if (!up && !service.gone.aborted) throw new Fault(`The ${name} did not answer at ${url} within ${SECONDS} s.`)
  return up
}

/** @param {{ attest: string, demo: string, siteKey: string }} addresses @param {string} token @param {string} dataDir */
function announce(addresses, token, dataDir) {
  console.log(`
  demo site      ${addresses.demo}
  attest-server  ${addresses.attest}
  dashboard      ${addresses.attest.replace('127.0.0.1', 'localhost')}/dashboard
  its token      ${token}
  site key       ${addresses.siteKey}
  data           ${dataDir}

  Next: take the tour, ${addresses.demo}/tour: send a bot and watch it be caught, move the mouse, read the code that did it.
  Then the dashboard, where the site's owner sees why.
  Ctrl-C stops both.
`)
  console.log(`ready ${JSON.stringify(addresses)}`)
}

/** @returns {AbortSignal} aborts when we are asked to stop */
function stopSignal() {
  const stop = new AbortController()
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, () => stop.abort())
  // An npm that was killed tells nobody; its children get another parent.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop.abort(), 500).unref()
  return stop.signal
}
