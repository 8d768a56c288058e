import { join, resolve } from 'node:path'
import { Fault } from '../bootstrap.mjs'
import { claimPort, isPort } from './ports.mjs'
import { root, run } from './run.mjs'

/** @typedef {NodeJS.ProcessEnv & { HOST: string, PORT: string, DEMO_PORT: string, VOUCHSAFE_DATA_DIR: string }} Settings */

/**
 * What both servers are told: what we were given, with the ports and the data folder settled. Nothing runs yet, so that every fault can be
 * named at once, whoever would have met it.
 *
 * @param {NodeJS.ProcessEnv} given
 * @param {(env: NodeJS.ProcessEnv) => Promise<readonly string[]>} [check] what the attest-server has to say against it
 * @returns {Promise<Settings>}
 */
export async function settleSettings(given, check = serverFaults) {
  const env = {
    ...given,
    HOST: given.HOST || '127.0.0.1',
    PORT: given.PORT || '8787',
    DEMO_PORT: given.DEMO_PORT || '8788',
    VOUCHSAFE_DATA_DIR: resolve(root, given.VOUCHSAFE_DATA_DIR || '.vouchsafe'),
  }
  const faults = [...(await check(env))]
  if (given.VOUCHSAFE_TLS_CERT)
    faults.push('VOUCHSAFE_TLS_CERT is for "vouchsafe serve": beside the demo site, the server speaks plain http.')
  if (!isPort(env.DEMO_PORT)) faults.push(`DEMO_PORT must be a whole number from 0 to 65535, not "${env.DEMO_PORT}".`)
  // Where a host is none, its ports are neither free nor taken.
  const ports = faults.some((fault) => fault.startsWith('HOST ')) ? {} : await settlePorts(env, faults)
  if (faults.length > 0) throw new Fault(faults.join('\n'))
  return { ...env, ...ports }
}

/**
 * Finds out whether the ports can be had, and chooses one for 0. Leaves alone what is no port.
 *
 * @param {{ HOST: string, PORT: string, DEMO_PORT: string }} env
 * @param {string[]} faults where to add what is wrong
 */
async function settlePorts({ HOST, PORT, DEMO_PORT }, faults) {
  if (isPort(PORT) && isPort(DEMO_PORT) && Number(PORT) === Number(DEMO_PORT) && Number(PORT) !== 0) {
    faults.push(`PORT and DEMO_PORT are the same, ${PORT}: the attest-server and the demo need a port each.`)
    DEMO_PORT = 'the same'
  }
  /** @type {Record<string, string>} */
  const settled = {}
  for (const [name, value] of Object.entries({ PORT, DEMO_PORT })) {
    if (!isPort(value)) continue
    const claim = await claimPort(HOST, Number(value))
    if ('port' in claim) settled[name] = String(claim.port)
    else faults.push(portFault(name, HOST, value, claim.fault))
  }
  return settled
}

/** @param {string} name @param {string} host @param {string} port @param {string} fault the system's code */
function portFault(name, host, port, fault) {
  if (fault === 'EADDRINUSE') return `Port ${port} is in use. Stop what listens there, or set ${name} to another port (0: any free one).`
  if (fault === 'EACCES') return `Port ${port} needs more rights than this user has. Set ${name} to one above 1023.`
  return `Cannot listen on ${host}, port ${port}: ${fault}. HOST and ${name} say where.`
}

/** @param {NodeJS.ProcessEnv} env */
async function serverFaults(env) {
  const { code, output } = await run(process.execPath, [join('dist', 'cli.mjs'), 'serve', '--check'], { quiet: true, env, seconds: 30 })
  return code === 0 ? [] : output.trim().split('\n')
}
