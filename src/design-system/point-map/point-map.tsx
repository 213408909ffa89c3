import { barLength, placeMarkers } from './place-markers.ts'

export interface PointMapProps {
  width: number
  height: number
  /** The `d` of areas whose borders are shown, in the same units; what lies outside the drawing is cut off. */
  areas: readonly string[]
  points: readonly { number: number; x: number; y: number }[]
  /** Units to a metre. */
  scale: number
}

/**
 * Numbered points on a map of borders, as an image of its own (SVG): so colours and type stand in it, and nothing is a
 * style, which the content security policy would refuse. No words but numbers: it is the same in every language, and who
 * shows it says what it is.
 */
export function PointMap({ width, height, areas, points, scale }: PointMapProps) {
  const markers = placeMarkers(points, { width, height })
  const metres = barLength(scale, width / 3)
  const bar = Math.round(metres * scale)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <rect width={width} height={height} fill="#eef2f2" />
      <g fill="#ffffff" stroke="#6a797d" stroke-width="1.5" stroke-linejoin="round">
        {areas.map((area) => (
          <path d={area} />
        ))}
      </g>
      <g stroke="#14262b" stroke-width="2">
        {markers
          .filter(({ x, y, atX, atY }) => x !== atX || y !== atY)
          .map(({ x, y, atX, atY }) => (
            <>
              <path d={`M${x} ${y}L${atX} ${atY}`} />
              <circle cx={x} cy={y} r={3} fill="#14262b" />
            </>
          ))}
      </g>
      {markers.toReversed().map(({ number, atX, atY }) => (
        <>
          <circle cx={atX} cy={atY} r={13} fill="#00545e" stroke="#ffffff" stroke-width="2" />
          <text
            x={atX}
            y={atY + 5}
            text-anchor="middle"
            font-family="Verdana, sans-serif"
            font-size={number > 99 ? 10 : 14}
            font-weight="bold"
            fill="#ffffff"
          >
            {number}
          </text>
        </>
      ))}
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} fill="none" stroke="#6a797d" />
      <rect x={6} y={height - 34} width={bar + 12} height={28} fill="#ffffff" />
      <path d={`M12 ${height - 16}v4h${bar}v-4`} fill="none" stroke="#14262b" stroke-width="2" />
      <text x={12} y={height - 19} font-family="Verdana, sans-serif" font-size="12" fill="#14262b">
        {metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}
      </text>
    </svg>
  )
}
