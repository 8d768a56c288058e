import { parseAddress } from '../../../shared/address/parse-address.js'

const PORT = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/

function isNameServer(text: string): boolean {
  const [, v6, v4, port] = PORT.exec(text) ?? []
  if (port === undefined) return parseAddress(text) !== undefined
  return Number(port) >= 1 && Number(port) <= 65_535 && parseAddress(v6 ?? v4 ?? '') !== undefined
}

/** `1.1.1.1, [2606:4700::1111]:53`, as Node takes them. @returns undefined where one is no address. */
export function parseNameServers(text: string): readonly string[] | undefined {
  const parts = text.split(',').flatMap((part) => part.trim() || [])
  return parts.every(isNameServer) ? parts : undefined
}
