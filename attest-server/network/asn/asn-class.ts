import { access } from './classes/access.js'
import { cdn } from './classes/cdn.js'
import { cloud } from './classes/cloud.js'
import { gateway } from './classes/gateway.js'
import { hosting } from './classes/hosting.js'
import { proxy } from './classes/proxy.js'
import { vpn } from './classes/vpn.js'

/** Every class, and who is in it. Each is a file beside the others, and says there who is behind such an address. */
export const asnClasses = { hosting, cloud, cdn, vpn, gateway, proxy, access } as const
export type AsnClass = keyof typeof asnClasses
