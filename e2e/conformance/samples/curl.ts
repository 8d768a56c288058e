import type { Answer } from '../harness/send-request.js'
import { runProgram } from './run-program.js'

/** A call of curl, and what it got. @param args as a reader of the document types them, with the address */
export async function curl(...args: readonly string[]): Promise<Answer> {
  const printed = await runProgram('curl', ['-s', '--max-time', '15', '-w', '\n%{http_code}', ...args])
  const end = printed.lastIndexOf('\n')
  return answerOf(Number(printed.slice(end + 1)), printed.slice(0, end))
}

/** What another program than ours was answered. */
export function answerOf(status: number, text: string): Answer {
  try {
    return { status, headers: {}, text, json: JSON.parse(text) }
  } catch {
    return { status, headers: {}, text, json: undefined }
  }
}
