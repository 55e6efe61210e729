export { createVideoApi } from '@ot-room/video-api'
