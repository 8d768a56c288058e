import { connect, type Socket } from 'node:net'
import { pause } from '../robots/robot.js'

/** Resolves with a connection to a loopback port as soon as something listens there. @throws when nothing does within `within` ms */
export async function untilOpen(port: number, within: number): Promise<Socket> {
  for (const deadline = Date.now() + within; Date.now() < deadline; await pause(100)) {
    const socket = await tryPort(port)
    if (socket) return socket
  }
  throw new Error(`nothing listens on port ${port} after ${within} ms`)
}

function tryPort(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(socket))
    socket.once('error', () => resolve(undefined))
  })
}
