import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { TouchSockets } from '../support/desk/touch-display.js'
import { startChild } from '../support/machine/child.js'
import { favour } from '../support/machine/favour.js'
import { repoRoot, requireTool } from '../support/machine/tools.js'
import type { Timeline } from './timeline.js'

/** One long-lived process that plays timelines on a display. */
export interface Player {
  /** Resolves when the last operation has been played: by how many ms the X server took each one later than planned. */
  play(timeline: Timeline): Promise<readonly number[]>
  stop(): Promise<void>
}

/**
 * @param display `:NN`
 * @param sockets of its touch screen and its trackpad, where it has them
 */
export function startPlayer(display: string, sockets?: TouchSockets): Player {
  const script = join(repoRoot, 'e2e', 'hands', 'xtest-player.py')
  const env = { ...process.env, DISPLAY: display }
  const child = startChild(requireTool('python3'), [script, ...(sockets ? [sockets.screen, sockets.trackpad] : [])], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  favour(child.pid)
  const answers = createInterface({ input: child.process.stdout as Readable })[Symbol.asyncIterator]()
  const commands = child.process.stdin as Writable
  return {
    async play(timeline) {
      commands.write(`${JSON.stringify(timeline)}\n`)
      const answer = await answers.next()
      if (answer.done) throw new Error(`the player ended: ${child.output()}`)
      return (JSON.parse(answer.value) as { late: number[] }).late
    },
    stop: async () => {
      await child.stop()
    },
  }
}
