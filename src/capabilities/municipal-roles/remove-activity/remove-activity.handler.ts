import { type Reply, seeOther } from '../../../platform/http/reply.ts'
import type { WebRequest } from '../../../platform/http/web-request.ts'
import { municipalityAddress } from '../../organisations/public.ts'
import { prepareActivity } from '../show-activity/show-activity.handler.ts'
import { removeActivity } from './remove-activity.command.ts'

/** Takes an activity away that was no activity after all. */
export async function submitRemoveActivity(request: WebRequest): Promise<Reply> {
  const { scope, municipality, activity } = await prepareActivity(request)
  await request.database.write(scope, (tx) => removeActivity(tx, scope, activity.id, request.clock.now()))
  return seeOther(municipalityAddress('/sturing/promotie', municipality, { bericht: 'weg' }))
}
