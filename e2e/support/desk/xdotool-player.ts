import { spawn } from 'node:child_process'
import type { Player } from '../../hands/player.js'
import type { Operation, Timed, Timeline } from '../../hands/timeline.js'
import { onDisplay } from '../machine/chromium.js'
import { requireTool } from '../machine/tools.js'

/** Plays timelines by xdotool, which sleeps between its commands as well as it can. @param display `:NN` */
export function xdotoolPlayer(display: string): Player {
  const program = requireTool('xdotool')
  return {
    play: async (timeline) => {
      await run(program, scriptOf(timeline), display)
      // xdotool does not say when it did what.
      return []
    },
    stop: async () => undefined,
  }
}

function scriptOf(timeline: Timeline): string {
  let now = 0
  return timeline
    .flatMap((timed) => {
      const wait = (timed[0] - now) / 1000
      now = timed[0]
      return wait > 0 ? [`sleep ${wait.toFixed(4)}`, commandOf(timed)] : [commandOf(timed)]
    })
    .join('\n')
}

const NAMES: Partial<Record<Operation[0], string>> = {
  move: 'mousemove',
  down: 'mousedown',
  up: 'mouseup',
  'key-down': 'keydown',
  'key-up': 'keyup',
}

function commandOf([, operation, ...what]: Timed): string {
  const name = NAMES[operation]
  if (name === undefined) throw new Error(`xdotool knows no ${operation}`)
  return [name, ...what].join(' ')
}

function run(program: string, script: string, display: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['-'], { env: onDisplay(display), stdio: ['pipe', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`xdotool ended with ${code}: ${complaint}`))))
    child.stdin.end(`${script}\n`)
  })
}
