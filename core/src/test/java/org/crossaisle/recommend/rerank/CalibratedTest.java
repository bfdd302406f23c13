package org.crossaisle.recommend.rerank;

class CalibratedTest extends RerankerContract {
    @Override
    protected RerankerProvider provider() {
        return new Calibrated.Provider();
    }
}
