import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { prepareHours } from '../show-hours/show-hours.handler.ts'
import { cancelStop, removeStop } from './cancel-stop.command.ts'

export const submitCancelStop = (request: WebRequest): Promise<Reply> => setCancelled(request, true)
export const submitRestoreStop = (request: WebRequest): Promise<Reply> => setCancelled(request, false)

async function setCancelled(request: WebRequest, cancelled: boolean): Promise<Reply> {
  const { scope, desk } = await prepareHours(request)
  await request.database.write(scope, (tx) =>
    cancelStop(tx, scope, request.idParam('stop'), cancelled, request.clock.now()),
  )
  return seeOther(`/balie/openingstijden/${desk.id}?bewaard=ja#stops`)
}

export async function submitRemoveStop(request: WebRequest): Promise<Reply> {
  const { scope, desk } = await prepareHours(request)
  await request.database.write(scope, (tx) =>
    removeStop(tx, scope, request.idParam('stop'), request.clock.now()),
  )
  return seeOther(`/balie/openingstijden/${desk.id}?bewaard=ja`)
}
