// TensorFlow Lite as WebAssembly with SIMD, as `@twilio/video-processors` brings it: functions of C and their memory.
declare module '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js' {
  interface Runtime {
    readonly HEAPU8: Uint8Array
    readonly HEAPF32: Float32Array
    _getModelBufferMemoryOffset(): number
    /** 0 when it went well. */
    _loadModel(bytes: number): number
    _getInputWidth(): number
    _getInputHeight(): number
    _getInputMemoryOffset(): number
    _getOutputMemoryOffset(): number
    /** 0 when it went well. */
    _runInference(): number
  }
  export default function createRuntime(options: { locateFile(): string }): Promise<Runtime>
}
