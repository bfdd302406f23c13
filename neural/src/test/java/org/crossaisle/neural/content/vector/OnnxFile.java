package org.crossaisle.neural.content.vector;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A small ONNX model, written field by field as protocol buffers.
 *
 * <p>Source of the field numbers: onnx.proto of ONNX 1.14 (ModelProto, GraphProto, NodeProto, AttributeProto,
 * TensorProto, ValueInfoProto).
 */
public final class OnnxFile {
    public static final int FLOAT = 1;
    static final int INT64 = 7;
    private static final int INTS = 7; // the type of an attribute that is a list of integers
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;

    private final Message graph = new Message().text(2, "graph");

    /** One message under way: fields are a number, a kind and a value. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            return varint((long) field << 3).varint(value);
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        Message bytes(int field, byte... value) {
            varint(((long) field << 3) | 2).varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        private Message varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
            return this;
        }
    }

    /** Declares an input; -1 stands for an axis of any length. */
    public OnnxFile input(String name, int type, long... shape) {
        graph.message(11, value(name, type, shape));
        return this;
    }

    public OnnxFile output(String name, long... shape) {
        graph.message(12, value(name, FLOAT, shape));
        return this;
    }

    private static Message value(String name, int type, long... shape) {
        Message axes = new Message();
        for (long axis : shape) {
            axes.message(1, axis < 0 ? new Message().text(2, "any") : new Message().number(1, axis));
        }
        return new Message()
                .text(1, name)
                .message(
                        2,
                        new Message().message(1, new Message().number(1, type).message(2, axes)));
    }

    public OnnxFile constant(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        Message tensor = new Message();
        Arrays.stream(shape).forEach(axis -> tensor.number(1, axis));
        graph.message(5, tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
        return this;
    }

    /** Adds an operation of one output and at most one attribute that is a list of integers. */
    public OnnxFile operation(String type, String[] inputs, String output, String attribute, long... integers) {
        Message node = new Message();
        Arrays.stream(inputs).forEach(input -> node.text(1, input));
        node.text(2, output).text(4, type);
        if (!attribute.isEmpty()) {
            Message list = new Message().text(1, attribute);
            Arrays.stream(integers).forEach(integer -> list.number(8, integer));
            node.message(5, list.number(20, INTS));
        }
        graph.message(1, node);
        return this;
    }

    public byte[] bytes() {
        return new Message()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, OPSET))
                .bytes
                .toByteArray();
    }
}
