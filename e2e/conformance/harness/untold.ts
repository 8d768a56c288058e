/** No request can tell the item of this server: it is neither kept nor broken. The message says why. */
export class Untold extends Error {}
