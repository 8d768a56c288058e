// Runs the program that comes with the package, where no browser's driver is installed.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const home = new URL('./node_modules/vouchsafe/', import.meta.url)
const { bin, version } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8'))
const program = fileURLToPath(new URL(bin.vouchsafe, home))
const run = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })

assert.equal(run('--version').stdout.trim(), version)
assert.equal(run('drill').status, 2)
const { status, stdout } = run('drill', '--list')
assert.equal(status, 0)
assert.match(stdout, /^puppeteer +needs the package puppeteer-core: npm install --save-dev puppeteer-core$/m)
assert.match(stdout, /^raw-cdp +here$/m)
