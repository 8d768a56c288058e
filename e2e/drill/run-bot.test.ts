import { expect, it } from 'vitest'
import { runBot } from './run-bot.js'

it('sends no bot to a site elsewhere, of which nobody has proved to be the owner', async () => {
  const told: unknown[] = []
  const run = {
    bot: 'playwright-headless',
    url: new URL('https://shop.example/'),
    attest: new URL('http://127.0.0.1:8787'),
    siteKey: 'pk_x',
  }
  await expect(runBot(run, (seen) => told.push(seen), new AbortController().signal)).rejects.toThrow('is not this machine')
  expect(told).toEqual([])
})
