package org.crossaisle.neural.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crossaisle.RecsException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @BeforeAll
    static void startTorch() {
        Torch.start();
    }

    /** Half an exabyte: more than any address space. */
    private static Tensor beyond() {
        return torch.empty(1L << 57);
    }

    @Test
    void whatLibtorchCannotAllocate_isToldAsWhatToDo() {
        assertThatThrownBy(
                        () -> Memory.within(MemoryTest::beyond, () -> "for one step; a batchSize below 8 needs less"))
                .isInstanceOfSatisfying(
                        RecsException.class, e -> assertThat(e.code()).isEqualTo(RecsException.Code.TOO_LARGE))
                .hasMessage("there was not enough memory for one step; a batchSize below 8 needs less")
                .cause()
                .hasMessageContaining("DefaultCPUAllocator");
    }

    @Test
    void whatTheHeapCannotHold_isToldSo() {
        assertThatThrownBy(() -> Memory.within(() -> new long[Integer.MAX_VALUE][], () -> "for it"))
                .isInstanceOf(RecsException.class)
                .hasMessage("there was not enough memory in the Java heap for it")
                .hasCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void othersFailures_stayAsTheyAre() {
        IllegalStateException other = new IllegalStateException("not so");
        assertThatThrownBy(() -> Memory.within(
                        () -> {
                            throw other;
                        },
                        () -> "for it"))
                .isSameAs(other);
        assertThat(Memory.within(() -> 3, () -> "for it")).isEqualTo(3);
        assertThat(Memory.isOutOfMemory(new RuntimeException("std::bad_alloc"))).isTrue();
        assertThat(Memory.isOutOfMemory(new RuntimeException("CUDA out of memory. Tried to allocate 2 GiB")))
                .isTrue();
        assertThat(Memory.isOutOfMemory(new RecsException(RecsException.Code.TOO_LARGE, "not enough memory")))
                .isFalse();
    }
}
