/** Whether page and screen have the same coordinates: hardly, unless there is no frame around the page, or none of the system at all. */
export const isFlush = ({ screenX, screenY, clientX, clientY }: MouseEvent): boolean => screenX === clientX && screenY === clientY
