import { randomBytes } from 'node:crypto'
import { missingHere, type Remedy, runBot } from 'vouchsafe/drill'
import type { DemoConfig } from '../read-config.js'
import { createStage, type Stage } from './stage.js'
import type { BotCard, TourData } from './tour-data.js'

/** Why no bot is sent: the operator's switch, or a demo that others than this machine may reach. */
export type Off = 'switched-off' | 'not-loopback' | 'no-fleet'

/** A bot, and whether it can be sent from here. */
export interface ListedBot extends BotCard {
  readonly missing?: Remedy
}

/** What the tour's pages stand on. */
export interface Tour {
  readonly data: TourData
  readonly bots: readonly ListedBot[]
  /** Undefined where bots are off. */
  readonly stage: Stage | undefined
  readonly off?: Off
  /** Of this process: what requests that start or end a bot must carry. */
  readonly token: string
}

const isLoopbackHost = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

const offIn = ({ host, bots }: DemoConfig, data: TourData): Off | undefined =>
  bots === 'off' ? 'switched-off' : !isLoopbackHost(host) ? 'not-loopback' : data.bots.length === 0 ? 'no-fleet' : undefined

/** @param url of the demo, once it is known @param explain why a verdict was so */
export function openTour(config: DemoConfig, data: TourData, url: () => URL, explain: (reference: string) => Promise<unknown>): Tour {
  const off = offIn(config, data)
  const token = randomBytes(32).toString('base64url')
  const bots = data.bots.map((bot) => {
    const missing = bot.leftOut === undefined && off === undefined ? missingHere(bot, process.env) : undefined
    return missing ? { ...bot, missing } : bot
  })
  if (off) return { data, bots, stage: undefined, off, token }
  const { attestUrl, siteKey } = config
  const stage = createStage({
    explain,
    run: (bot, tell, signal) => runBot({ bot, url: url(), attest: new URL(attestUrl), siteKey }, tell, signal),
  })
  return { data, bots, stage, token }
}
