// Paints what stands in a panel on a canvas, as the browser laid it out: words, grounds and drawings. So the picture is what one sees,
// in the page's own letters, which an SVG that is made into an image could not use.

/** Dots for each pixel of the page: sharp on paper and on a large screen. */
const sharpness = 2
const margin = 16

type Stroke = (canvas: CanvasRenderingContext2D) => void

/** The picture of a panel as PNG, with a line below that says where the numbers come from. */
export async function paintPanel(panel: HTMLElement, source: string): Promise<Blob> {
  // What was scrolled aside belongs in the picture.
  const scrolled = [...panel.querySelectorAll('*')].filter(({ scrollLeft }) => scrollLeft !== 0)
  const positions = scrolled.map(({ scrollLeft }) => scrollLeft)
  for (const element of scrolled) element.scrollLeft = 0
  const around = panel.getBoundingClientRect()
  const strokes: Stroke[] = []
  const size = { right: around.right, bottom: around.top }
  const grow = ({ right, bottom, width }: DOMRect): void => {
    if (width === 0) return
    size.right = Math.max(size.right, right)
    size.bottom = Math.max(size.bottom, bottom)
  }
  for (const node of nodesOf(panel)) {
    if (node instanceof SVGGeometryElement) strokes.push(drawing(node))
    else if (node instanceof Element) strokes.push(...ground(node, grow))
    else strokes.push(...words(node as Text, grow))
  }
  scrolled.forEach((element, at) => {
    element.scrollLeft = positions[at] ?? 0
  })

  const letters = getComputedStyle(panel)
  const small = `${0.8 * Number.parseFloat(letters.fontSize)}px ${letters.fontFamily}`
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot paint')
  context.font = small
  const lines = broken(source, size.right - around.left, (text) => context.measureText(text).width)
  const lineHeight = 1.4 * Number.parseFloat(small)
  canvas.width = sharpness * (size.right - around.left + 2 * margin)
  canvas.height = sharpness * (size.bottom - around.top + (lines.length + 0.5) * lineHeight + 2 * margin)
  context.scale(sharpness, sharpness)
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(margin - around.left, margin - around.top)
  for (const stroke of strokes) stroke(context)
  context.font = small
  context.fillStyle = letters.color
  for (const [at, line] of lines.entries())
    context.fillText(line, around.left, size.bottom + (at + 1.2) * lineHeight)
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error('This browser cannot paint'))),
      'image/png',
    ),
  )
}

/** Everything one sees in the panel, in the order of the page; not what can be opened or pressed below it. */
function nodesOf(panel: Element): Node[] {
  const walker = document.createTreeWalker(panel, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element &&
    (node.matches('.balie-figure-panel__more, .balie-visually-hidden') || !node.getClientRects().length)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  )
  const nodes: Node[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode)
  return nodes
}

function ground(element: Element, grow: (box: DOMRect) => void): Stroke[] {
  const { backgroundColor } = getComputedStyle(element)
  if (backgroundColor === 'rgba(0, 0, 0, 0)') return []
  const box = element.getBoundingClientRect()
  grow(box)
  return [
    (canvas) => {
      canvas.fillStyle = backgroundColor
      canvas.fillRect(box.left, box.top, box.width, box.height)
    },
  ]
}

/** A shape of a drawing, where it stands on the page. Its lines are as thick as the style says, however it is stretched. */
function drawing(shape: SVGGeometryElement): Stroke {
  const { fill, stroke, strokeWidth, strokeDasharray } = getComputedStyle(shape)
  const path = new Path2D()
  const matrix = shape.getScreenCTM()
  if (shape instanceof SVGPathElement)
    path.addPath(new Path2D(shape.getAttribute('d') ?? ''), matrix ?? undefined)
  else {
    const box = shape.getBoundingClientRect()
    if (shape instanceof SVGCircleElement)
      path.ellipse(box.x + box.width / 2, box.y + box.height / 2, box.width / 2, box.height / 2, 0, 0, 7)
    else path.rect(box.x, box.y, box.width, box.height)
  }
  return (canvas) => {
    if (fill !== 'none') {
      canvas.fillStyle = fill
      canvas.fill(path)
    }
    if (stroke !== 'none') {
      canvas.strokeStyle = stroke
      canvas.lineWidth = Number.parseFloat(strokeWidth)
      canvas.setLineDash(
        strokeDasharray === 'none' ? [] : strokeDasharray.split(/[ ,]+/).map(Number.parseFloat),
      )
      canvas.stroke(path)
      canvas.setLineDash([])
    }
  }
}

/**
 * The words of a text, each where the browser put it. Digits one by one: a canvas has no digits of equal width, and numbers would end
 * beside the line that they end at on the page.
 */
function words(text: Text, grow: (box: DOMRect) => void): Stroke[] {
  const parent = text.parentElement
  if (!parent) return []
  const { color, fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent)
  const range = document.createRange()
  return [...text.data.matchAll(/\d|[^\s\d]+/g)].map(({ 0: word, index }) => {
    range.setStart(text, index)
    range.setEnd(text, index + word.length)
    const box = range.getBoundingClientRect()
    grow(box)
    return (canvas) => {
      canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
      canvas.fillStyle = color
      canvas.fillText(word, box.left, box.top + canvas.measureText(word).fontBoundingBoxAscent)
    }
  })
}

/** Breaks a text into lines that are no wider than this. */
function broken(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
