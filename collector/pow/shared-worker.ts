import { trustedUrl } from '../page/trusted-url.js'
import type { SharedFacts } from './worker-facts.js'

/** @param url the file of the proof of work. @returns what asks a shared worker of it: when it is first called, and only then */
export function askSharedWorker(url: string): () => Promise<SharedFacts | undefined> {
  let asked: Promise<SharedFacts | undefined> | undefined
  return () =>
    (asked ??= new Promise((resolve) => {
      if (!('SharedWorker' in window)) return resolve(undefined)
      const worker = new SharedWorker(trustedUrl(url))
      worker.onerror = () => resolve(undefined)
      worker.port.onmessage = ({ data }: { data: SharedFacts }) => {
        resolve(data)
        worker.port.close()
      }
    }))
}
