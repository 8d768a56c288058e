import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentWith } from '../machine/built-server.js'
import { type Child, startChild } from '../machine/child.js'
import { repoRoot } from '../machine/tools.js'

/** What the `ready` line of `npm start` says. */
export interface Addresses {
  /** Origin of the attest-server. */
  readonly attest: string
  /** Origin of the demo site. */
  readonly demo: string
  /** `pk_…` of the demo's project. */
  readonly siteKey: string
}

/** The attest-server and the demo, running as a user would run them. */
export interface Product extends Addresses {
  readonly dataDir: string
  readonly child: Child
}

/**
 * Environment of a start: ports of the system's choice and a given data folder; nothing of the caller's own Vouchsafe settings. People here are few recordings
 * that are played over and over by new keys, which is what sketches are there to find: unless a test is about that, none are made.
 */
export function productEnvironment(dataDir: string, settings: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return environmentWith({ PORT: '0', DEMO_PORT: '0', VOUCHSAFE_DATA_DIR: dataDir, VOUCHSAFE_SKETCH_DAYS: '0', ...settings })
}

/** What `npm start` does after the bootstrap: `npm` itself would stand between us and the process that we must signal. */
export function launchProduct(environment: NodeJS.ProcessEnv): Child {
  return startChild(process.execPath, [join(repoRoot, 'tools', 'start.mjs')], { cwd: repoRoot, env: environment })
}

/** @throws when the `ready` line does not come; a first start may have to build first. */
export async function startProduct(dataDir: string, settings: NodeJS.ProcessEnv = {}): Promise<Product> {
  const child = launchProduct(productEnvironment(dataDir, settings))
  const [, json] = await child.line(/^ready (\{.*\})\s*$/, 180_000)
  return { ...(JSON.parse(json ?? '{}') as Addresses), dataDir, child }
}

export async function stopProduct(product: Product): Promise<void> {
  await product.child.stop('SIGTERM', 10_000)
}

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'vouchsafe-data-'))
export const removeDataDir = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true })
