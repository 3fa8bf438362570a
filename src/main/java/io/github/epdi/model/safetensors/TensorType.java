package io.github.epdi.model.safetensors;

/** Types of values that a safetensors file may hold. F32, F16 and BF16 can be read as floats. */
public enum TensorType {
  F64(8),
  F32(4),
  F16(2),
  BF16(2),
  F8_E5M2(1),
  F8_E4M3(1),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U64(8),
  U32(4),
  U16(2),
  U8(1),
  BOOL(1);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** Returns the number of bytes of one value. */
  public int bytes() {
    return bytes;
  }
}
