/** Where a contact was not within the walls of the desk: by telephone, on the internet, or at a place of the visitor's own. */
export const channelsAway = [
  'channel-phone',
  'channel-whatsapp',
  'channel-online',
  'channel-pop-up',
  'channel-mobile',
] as const

export const isAway = (channel: string): boolean => channelsAway.some((away) => away === channel)
