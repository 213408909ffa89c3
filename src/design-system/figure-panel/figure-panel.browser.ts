/**
 * Offers to take charts along as a picture: the button of a panel puts what stands in it on the clipboard, or saves it as a file
 * where the browser does not allow that. What paints it is fetched when somebody asks.
 */
export function offerPictures(): void {
  for (const offer of document.querySelectorAll<HTMLElement>('.balie-figure-panel__picture'))
    offer.hidden = false
}

offerPictures()
document.addEventListener('click', (event) => {
  const offer = (event.target as Element)
    .closest('button')
    ?.closest<HTMLElement>('.balie-figure-panel__picture')
  const panel = offer?.closest<HTMLElement>('.balie-figure-panel')
  if (offer && panel) void take(panel, offer)
})

async function take(panel: HTMLElement, offer: HTMLElement): Promise<void> {
  const picture = paint(panel, offer.dataset.source ?? '')
  const said = offer.querySelector('[role=status]')
  let text = offer.dataset.copied
  try {
    // The promise goes along: Safari wants the clipboard to be asked for within the press of the button.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
  } catch {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await picture)
    link.download = `${panel.id}.png`
    link.click()
    URL.revokeObjectURL(link.href)
    text = offer.dataset.saved
  }
  if (said) said.textContent = text ?? ''
}

async function paint(panel: HTMLElement, source: string): Promise<Blob> {
  const { paintPanel } = await import('./paint-panel.browser.ts')
  return paintPanel(panel, source)
}
